/*
 * roundtrip.com: Roundtrip's commands in a command prompt.
 *
 * A program with a window has no console, and the prompt does not wait for it. Where both are there, the prompt takes
 * roundtrip.com for "roundtrip"; this starts roundtrip.exe beside it with the same arguments and standard streams, waits
 * and returns its exit code. Without arguments, which ask for the window, it does not wait.
 */
#include <windows.h>

/* behind_program returns what stands in the command line behind the program's own name. */
static const wchar_t *behind_program(const wchar_t *line)
{
	int quoted = 0;
	for (; *line && (quoted || (*line != L' ' && *line != L'\t')); line++)
		if (*line == L'"')
			quoted = !quoted;
	return line;
}

/* leave_it lets the program behind decide what Ctrl+C means. */
static BOOL WINAPI leave_it(DWORD event)
{
	return event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT;
}

static wchar_t path[32768], line[65536];

int wmain(void)
{
	STARTUPINFOW start = {.cb = sizeof start, .dwFlags = STARTF_USESTDHANDLES};
	PROCESS_INFORMATION program;
	DWORD code = 1, length = GetModuleFileNameW(NULL, path, ARRAYSIZE(path));
	const wchar_t *arguments = behind_program(GetCommandLineW());

	if (length < 4 || length >= ARRAYSIZE(path) || lstrlenW(arguments) + length + 4 > ARRAYSIZE(line))
		return 1;
	lstrcpyW(path + length - 4, L".exe");
	lstrcpyW(line, L"\"");
	lstrcatW(line, path);
	lstrcatW(line, L"\"");
	lstrcatW(line, arguments);
	SetConsoleCtrlHandler(leave_it, TRUE);
	start.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
	start.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
	start.hStdError = GetStdHandle(STD_ERROR_HANDLE);
	if (!CreateProcessW(path, line, NULL, NULL, TRUE, 0, NULL, NULL, &start, &program))
		return 1;
	if (*arguments == 0 || arguments[1] == 0)
		return 0;
	WaitForSingleObject(program.hProcess, INFINITE);
	GetExitCodeProcess(program.hProcess, &code);
	return code;
}
