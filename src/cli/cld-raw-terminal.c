/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-raw-terminal.h"
#include "cld-file.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

/* After ESC the rest of a key's sequence comes at once; what does not was the key alone. */
#define ESCAPE_WAIT_MSEC   30
#define MAX_SEQUENCE_BYTES 16
#define DEFAULT_COLUMNS    80
#define DEFAULT_ROWS       24

/* The other screen, so that what stood there before comes back; no cursor; pasted text marked as
 * such, so that it is not taken for keys. */
#define ENTER_SEQUENCE "\033[?1049h\033[?25l\033[?2004h"
#define LEAVE_SEQUENCE "\033[?2004l\033[?25h\033[0m\033[?1049l"

static const int deadly[] = {SIGINT,  SIGTERM, SIGHUP, SIGQUIT, SIGABRT,
                             SIGSEGV, SIGBUS,  SIGFPE, SIGILL};

/* What a signal handler may see. There is one terminal a process. */
static struct termios before;
static volatile sig_atomic_t is_raw;
static volatile sig_atomic_t has_new_size;

/* Async-signal-safe: tcsetattr() and write() are (POSIX 2.4.3). */
static void
restore(void)
{
    if (!is_raw)
        return;
    is_raw = 0;
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    (void)!write(STDOUT_FILENO, LEAVE_SEQUENCE, sizeof(LEAVE_SEQUENCE) - 1);
}

/* Gives the terminal back, then lets the signal do what it does. */
static void
die(int number)
{
    restore();
    signal(number, SIG_DFL);
    raise(number);
}

static void
note_size(int number)
{
    has_new_size = 1;
}

static void
set_handlers(gboolean is_on)
{
    struct sigaction action;
    memset(&action, 0, sizeof(action));
    sigemptyset(&action.sa_mask);
    action.sa_handler = is_on ? die : SIG_DFL;
    for (gsize i = 0; i < G_N_ELEMENTS(deadly); i++)
        sigaction(deadly[i], &action, NULL);
    action.sa_handler = is_on ? note_size : SIG_DFL; /* no SA_RESTART: it wakes poll() up */
    sigaction(SIGWINCH, &action, NULL);
}

/* Returns: %TRUE if one can talk with a person: keys in, a screen that can be drawn on out */
gboolean
cld_raw_terminal_is_there(void)
{
    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) &&
           g_strcmp0(g_getenv("TERM"), "dumb") != 0;
}

/* Takes the terminal over: keys come one by one and are not echoed. It is given back on every way
 * out: cld_raw_terminal_leave(), signals, crashes.
 *
 * Returns: %FALSE if the terminal does not let us */
gboolean
cld_raw_terminal_enter(void)
{
    struct termios raw;
    if (tcgetattr(STDIN_FILENO, &before) != 0)
        return FALSE;
    raw = before;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG | IEXTEN);
    raw.c_iflag &= ~(tcflag_t)(IXON | ICRNL | INLCR | ISTRIP);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    set_handlers(TRUE);
    is_raw = 1;
    if (tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw) != 0) {
        is_raw = 0;
        set_handlers(FALSE);
        return FALSE;
    }
    return cld_raw_terminal_write(ENTER_SEQUENCE, sizeof(ENTER_SEQUENCE) - 1);
}

/* Gives the terminal back as it was. */
void
cld_raw_terminal_leave(void)
{
    restore();
    set_handlers(FALSE);
}

/* Stops the program as Ctrl-Z does elsewhere; goes on when the shell lets it. */
void
cld_raw_terminal_suspend(void)
{
    cld_raw_terminal_leave();
    raise(SIGTSTP);
    cld_raw_terminal_enter();
}

/* Tells how large the terminal is, in characters. */
void
cld_raw_terminal_get_size(guint *columns, guint *rows)
{
    struct winsize size;
    gboolean is_told = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
    *columns = is_told && size.ws_col > 0 ? size.ws_col : DEFAULT_COLUMNS;
    *rows = is_told && size.ws_row > 0 ? size.ws_row : DEFAULT_ROWS;
}

/* Returns: 1 if a byte is there, 0 if the time is over or a signal came, -1 if none will come */
static int
wait_for_byte(int timeout_msec)
{
    struct pollfd in = {STDIN_FILENO, POLLIN, 0};
    int n = poll(&in, 1, timeout_msec);
    if (n <= 0)
        return n == 0 || errno == EINTR ? 0 : -1;
    return (in.revents & POLLIN) != 0 ? 1 : -1;
}

static int
read_byte(void)
{
    guchar byte = 0;
    return read(STDIN_FILENO, &byte, 1) == 1 ? byte : -1;
}

/* What stands between "ESC [" and the letter or tilde that ends it, and the key it is. */
static const struct {
    const char *sequence;
    CldKeyKind kind;
} sequences[] = {
    {"A", CLD_KEY_UP},         {"B", CLD_KEY_DOWN},           {"5~", CLD_KEY_PAGE_UP},
    {"6~", CLD_KEY_PAGE_DOWN}, {"200~", CLD_KEY_PASTE_BEGIN}, {"201~", CLD_KEY_PASTE_END},
};

static CldKeyKind
read_sequence(void)
{
    char sequence[MAX_SEQUENCE_BYTES + 1] = {0};
    for (guint n = 0; n < MAX_SEQUENCE_BYTES; n++) {
        int byte = wait_for_byte(ESCAPE_WAIT_MSEC) == 1 ? read_byte() : -1;
        if (byte < 0)
            return CLD_KEY_NONE;
        sequence[n] = (char)byte;
        if (byte >= 0x40 && byte <= 0x7E)
            break;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(sequences); i++) {
        if (g_str_equal(sequences[i].sequence, sequence))
            return sequences[i].kind;
    }
    return CLD_KEY_NONE;
}

static CldKeyKind
read_escape(void)
{
    if (wait_for_byte(ESCAPE_WAIT_MSEC) != 1)
        return CLD_KEY_ESCAPE;
    int byte = read_byte();
    return byte == '[' || byte == 'O' ? read_sequence() : CLD_KEY_NONE;
}

/* Control characters that are keys; every other one is nothing. */
static CldKeyKind
key_of_control(int byte)
{
    static const struct {
        int byte;
        CldKeyKind kind;
    } controls[] = {
        {3, CLD_KEY_QUIT},        {4, CLD_KEY_QUIT},     {8, CLD_KEY_BACKSPACE},
        {10, CLD_KEY_ENTER},      {12, CLD_KEY_REDRAW},  {13, CLD_KEY_ENTER},
        {21, CLD_KEY_ERASE_LINE}, {26, CLD_KEY_SUSPEND}, {127, CLD_KEY_BACKSPACE},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(controls); i++) {
        if (controls[i].byte == byte)
            return controls[i].kind;
    }
    return CLD_KEY_NONE;
}

static CldKey
read_utf8(int first)
{
    char bytes[4] = {(char)first, 0, 0, 0};
    guint length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    for (guint i = 1; i < length; i++) {
        int byte = wait_for_byte(ESCAPE_WAIT_MSEC) == 1 ? read_byte() : -1;
        if (byte < 0)
            return (CldKey){CLD_KEY_NONE, 0};
        bytes[i] = (char)byte;
    }
    gunichar c = g_utf8_get_char_validated(bytes, (gssize)length);
    if (c == (gunichar)-1 || c == (gunichar)-2 || g_unichar_iscntrl(c))
        return (CldKey){CLD_KEY_NONE, 0};
    return (CldKey){CLD_KEY_CHAR, c};
}

/* Returns: the next key; a timeout after @timeout_msec */
CldKey
cld_raw_terminal_read_key(guint timeout_msec)
{
    int is_ready = wait_for_byte((int)timeout_msec);
    if (has_new_size) {
        has_new_size = 0;
        return (CldKey){CLD_KEY_REDRAW, 0};
    }
    if (is_ready == 0)
        return (CldKey){CLD_KEY_TIMEOUT, 0};
    int byte = is_ready < 0 ? -1 : read_byte();
    if (byte < 0)
        return (CldKey){CLD_KEY_QUIT, 0};
    if (byte == 27)
        return (CldKey){read_escape(), 0};
    if (byte < 32 || byte == 127)
        return (CldKey){key_of_control(byte), 0};
    return read_utf8(byte);
}

/* Returns: %FALSE if the terminal is gone */
gboolean
cld_raw_terminal_write(const char *bytes, gsize length_bytes)
{
    return cld_file_write_all(STDOUT_FILENO, bytes, length_bytes);
}
