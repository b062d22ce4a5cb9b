// The pinch gestures above a window on macOS. GLFW's view does not handle them, so a monitor looks at each before AppKit
// dispatches it. Written for manual reference counting, without which the compiler is not told otherwise: the block owns
// nothing, for it keeps the window as a number, and AppKit owns the monitor until somebody removes it.

#import <AppKit/AppKit.h>

#include "_cgo_export.h"

void pinch_watch(uintptr_t window, uintptr_t listener)
{
	@autoreleasepool {
		[NSEvent addLocalMonitorForEventsMatchingMask:NSEventMaskMagnify
		                                      handler:^NSEvent *(NSEvent *event) {
			if ((uintptr_t)event.window == window) {
				// AppKit counts from the bottom left corner, Fyne from the top left one.
				NSPoint at = event.locationInWindow;
				NSSize size = event.window.contentView.frame.size;
				pinchMoved(listener, at.x, size.height - at.y, 1 + event.magnification);
			}
			return event;
		}];
	}
}
