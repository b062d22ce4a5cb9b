//go:build linux && !android && !wayland

// XCB rather than Xlib, for which an error of the server ends the program. Its own library for XInput is not on every
// system, so the two requests are written out with the protocol's structures; libX11 itself stands on libxcb.

#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <X11/X.h>
#include <X11/Xproto.h>
#include <X11/extensions/XI2proto.h>
#include <xcb/xcb.h>
#include <xcb/xcbext.h>

#include "pinch_x11.h"

struct pinch_gestures {
	xcb_connection_t *connection;
	uint32_t window;
	uint8_t extension; // the number that the server has given XInput
};

static xcb_extension_t xinput = {.name = "XInputExtension"};

// send sends a request of XInput and returns its number. XCB fills in its head.
static unsigned int send(xcb_connection_t *connection, uint8_t opcode, bool answered, void *request, size_t size)
{
	xcb_protocol_request_t kind = {.count = 1, .ext = &xinput, .opcode = opcode, .isvoid = !answered};
	struct iovec parts[3] = {{0}}; // XCB keeps the first two for itself
	parts[2] = (struct iovec){.iov_base = request, .iov_len = size};
	return xcb_send_request(connection, XCB_REQUEST_CHECKED, parts + 2, &kind);
}

// knows_gestures says which version of XInput this program speaks, which the server must hear first, and reports
// whether the server speaks 2.4 or later.
static bool knows_gestures(xcb_connection_t *connection)
{
	xXIQueryVersionReq request = {.major_version = 2, .minor_version = 4};
	xcb_generic_error_t *error = NULL;
	unsigned int number = send(connection, X_XIQueryVersion, true, &request, sizeof request);
	xXIQueryVersionReply *reply = xcb_wait_for_reply(connection, number, &error);
	bool known = reply != NULL && (reply->major_version > 2 || (reply->major_version == 2 && reply->minor_version >= 4));
	free(reply);
	free(error);
	return known;
}

// select_pinches asks for the gestures above the window and for the news that it is gone.
static bool select_pinches(xcb_connection_t *connection, uint32_t window)
{
	struct {
		xXISelectEventsReq request;
		xXIEventMask mask;
		uint8_t events[4];
	} pinches = {
		.request = {.win = window, .num_masks = 1},
		.mask = {.deviceid = XIAllMasterDevices, .mask_len = 1},
	};
	XISetMask(pinches.events, XI_GesturePinchBegin);
	XISetMask(pinches.events, XI_GesturePinchUpdate);
	XISetMask(pinches.events, XI_GesturePinchEnd);
	uint32_t structure = XCB_EVENT_MASK_STRUCTURE_NOTIFY;
	xcb_void_cookie_t requests[] = {
		{send(connection, X_XISelectEvents, false, &pinches, sizeof pinches)},
		xcb_change_window_attributes_checked(connection, window, XCB_CW_EVENT_MASK, &structure),
	};
	bool selected = true;
	for (int i = 0; i < 2; i++) {
		xcb_generic_error_t *error = xcb_request_check(connection, requests[i]);
		if (error != NULL)
			selected = false;
		free(error);
	}
	return selected;
}

struct pinch_gestures *pinch_open(uint32_t window)
{
	struct pinch_gestures *gestures = calloc(1, sizeof *gestures);
	if (gestures == NULL)
		return NULL;
	gestures->connection = xcb_connect(NULL, NULL);
	gestures->window = window;
	if (!xcb_connection_has_error(gestures->connection)) {
		const xcb_query_extension_reply_t *there = xcb_get_extension_data(gestures->connection, &xinput);
		if (there != NULL && there->present && knows_gestures(gestures->connection) &&
		    select_pinches(gestures->connection, window)) {
			gestures->extension = there->major_opcode;
			return gestures;
		}
	}
	pinch_close(gestures);
	return NULL;
}

void pinch_close(struct pinch_gestures *gestures)
{
	xcb_disconnect(gestures->connection);
	free(gestures);
}

// fixed returns a number with 16 bits behind the point.
static double fixed(int32_t number) { return number / 65536.0; }

// read_pinch reports whether the event is the beginning or a later part of a gesture, and reads it.
static bool read_pinch(const struct pinch_gestures *gestures, const xcb_generic_event_t *event, struct pinch *pinch)
{
	const xcb_ge_generic_event_t *head = (const void *)event;
	// XCB puts four bytes of its own between the first 32 of an event and the rest.
	const size_t first = 32, own = 4;
	xXIGesturePinchEvent gesture;
	if (head->response_type != XCB_GE_GENERIC || head->extension != gestures->extension ||
	    (head->event_type != XI_GesturePinchBegin && head->event_type != XI_GesturePinchUpdate) ||
	    first + 4 * (size_t)head->length < sizeof gesture)
		return false;
	memcpy(&gesture, event, first);
	memcpy((char *)&gesture + first, (const char *)event + first + own, sizeof gesture - first);
	*pinch = (struct pinch){
		.begins = gesture.evtype == XI_GesturePinchBegin,
		.x = fixed(gesture.event_x),
		.y = fixed(gesture.event_y),
		.scale = fixed(gesture.scale),
	};
	return true;
}

// is_gone reports whether the event says that the window is no more.
static bool is_gone(const struct pinch_gestures *gestures, const xcb_generic_event_t *event)
{
	return (event->response_type & 0x7f) == XCB_DESTROY_NOTIFY &&
	       ((const xcb_destroy_notify_event_t *)event)->window == gestures->window;
}

bool pinch_next(struct pinch_gestures *gestures, struct pinch *pinch)
{
	for (;;) {
		xcb_generic_event_t *event = xcb_wait_for_event(gestures->connection);
		if (event == NULL)
			return false;
		bool gone = is_gone(gestures, event), read = read_pinch(gestures, event, pinch);
		free(event);
		if (gone || read)
			return !gone;
	}
}
