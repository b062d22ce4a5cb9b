// The pinch gestures above an X11 window, by XInput 2.4. They come over a connection of their own, so that nothing is
// taken from the one that GLFW draws and reads over.

#include <stdbool.h>
#include <stdint.h>

struct pinch_gestures;

struct pinch {
	bool begins;  // two fingers have come to rest; scale says nothing yet
	double x, y;  // the place in the window, in pixels
	double scale; // the distance between the fingers, as a multiple of that at the beginning
};

// pinch_open returns NULL when there is no X server, or none that tells of pinch gestures.
struct pinch_gestures *pinch_open(uint32_t window);

// pinch_next waits for the next part of a gesture. It returns false when the window or the X server is gone.
bool pinch_next(struct pinch_gestures *gestures, struct pinch *pinch);

void pinch_close(struct pinch_gestures *gestures);
