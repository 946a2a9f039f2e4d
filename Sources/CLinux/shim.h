// Calls of Linux that Swift does not see in the C library: they take arguments of any number, need _GNU_SOURCE, or have no function there.
#include <linux/landlock.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

long syscall(long number, ...);

static inline int linux_prctl(int option, unsigned long value) { return prctl(option, value, 0UL, 0UL, 0UL); }

// A file in memory that is closed in other programs.
static inline int linux_memfd_create(const char *name) { return (int)syscall(SYS_memfd_create, name, 1U); }

// Copies to where `target` stands, from `*position` on, which moves along.
static inline ssize_t linux_copy_file_range(int source, int64_t *position, int target, size_t count) {
    return syscall(SYS_copy_file_range, source, position, target, (void *)0, count, 0U);
}

// What landlock_create_ruleset takes since Landlock ABI 6; older kernels take the first `size` bytes.
struct linux_landlock_ruleset {
    uint64_t handled_access_fs;
    uint64_t handled_access_net;
    uint64_t scoped;
};

// The highest Landlock ABI that the kernel knows; below 1 where it has none.
static inline long linux_landlock_abi(void) {
    return syscall(SYS_landlock_create_ruleset, (void *)0, (size_t)0, LANDLOCK_CREATE_RULESET_VERSION);
}

static inline long linux_landlock_create(const struct linux_landlock_ruleset *ruleset, size_t size) {
    return syscall(SYS_landlock_create_ruleset, ruleset, size, 0U);
}

static inline long linux_landlock_restrict(int ruleset) { return syscall(SYS_landlock_restrict_self, ruleset, 0U); }
