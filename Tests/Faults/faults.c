// Makes one call of a program fail, for tests of what it does then. Preloaded (LD_PRELOAD); told by the environment:
//   FAULT_CALL   open, write, pwrite, fsync, ftruncate, rename, unlink
//   FAULT_AT     which of these calls, counted from 1, in the folder FAULT_UNDER
//   FAULT_ERROR  the error (a number), 0 for a write of half of the bytes, -1 for the end of the process by SIGKILL before the call
//   FAULT_COUNT  a file that gets the number of such calls when the process ends
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long calls;

static const char *setting(const char *name) {
    const char *value = getenv(name);
    return value ? value : "";
}

static int is_under(const char *path) {
    const char *folder = setting("FAULT_UNDER");
    return *folder && path && !strncmp(path, folder, strlen(folder));
}

static int is_file_under(int file) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_under(path);
}

// 0 where the call goes on as it is, 1 where it fails with errno set, 2 where it does half.
static int fault(const char *call, int concerns) {
    if (!concerns || strcmp(call, setting("FAULT_CALL"))) return 0;
    if (atomic_fetch_add(&calls, 1) + 1 != atol(setting("FAULT_AT"))) return 0;
    int error = atoi(setting("FAULT_ERROR"));
    if (error < 0) raise(SIGKILL);
    errno = error;
    return error ? 1 : 2;
}

__attribute__((destructor)) static void tell(void) {
    const char *path = setting("FAULT_COUNT");
    if (!*path) return;
    FILE *file = fopen(path, "w");
    if (!file) return;
    fprintf(file, "%ld\n", atomic_load(&calls));
    fclose(file);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void *bytes, size_t count) {
    int found = fault("write", is_file_under(file));
    return found == 1 ? -1 : REAL(write)(file, bytes, found == 2 ? (count + 1) / 2 : count);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t position) {
    int found = fault("pwrite", is_file_under(file));
    return found == 1 ? -1 : REAL(pwrite64)(file, bytes, found == 2 ? (count + 1) / 2 : count, position);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t position) { return pwrite64(file, bytes, count, position); }

int fsync(int file) { return fault("fsync", is_file_under(file)) ? -1 : REAL(fsync)(file); }

int fdatasync(int file) { return fault("fsync", is_file_under(file)) ? -1 : REAL(fdatasync)(file); }

int ftruncate64(int file, off64_t size) { return fault("ftruncate", is_file_under(file)) ? -1 : REAL(ftruncate64)(file, size); }

int ftruncate(int file, off_t size) { return ftruncate64(file, size); }

int rename(const char *from, const char *to) { return fault("rename", is_under(to)) ? -1 : REAL(rename)(from, to); }

int unlink(const char *path) { return fault("unlink", is_under(path)) ? -1 : REAL(unlink)(path); }

static int opened(int (*real)(const char *, int, ...), const char *path, int flags, va_list more) {
    int mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(more, int) : 0;
    return fault("open", is_under(path)) ? -1 : real(path, flags, mode);
}

int open(const char *path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    int file = opened((int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open"), path, flags, more);
    va_end(more);
    return file;
}

int open64(const char *path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    int file = opened((int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open64"), path, flags, more);
    va_end(more);
    return file;
}
