// Calls of Linux that Swift does not see in the C library: they take arguments of any number, need _GNU_SOURCE, or have no function there.
#include <linux/capability.h>
#include <linux/landlock.h>
#include <spawn.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

long syscall(long number, ...);

// Whether all that was printed is written, now and before; Swift takes `stdout` for shared state.
static inline int linux_output_is_written(void) { return fflush((FILE *)0) == 0 && !ferror(stdout); }

int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);

// The started process has no open file from this descriptor on (glibc 2.34).
static inline int linux_spawn_close_from(posix_spawn_file_actions_t *actions, int first) {
    return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

static inline int linux_prctl(int option, unsigned long value) { return prctl(option, value, 0UL, 0UL, 0UL); }

// A file in memory that is closed in other programs, and whose size can be fixed.
static inline int linux_memfd_create(const char *name) { return (int)syscall(SYS_memfd_create, name, 1U | 2U); }

// Sends bytes over a socket with an open file (its descriptor there is another).
static inline ssize_t linux_send_with_file(int channel, const void *bytes, size_t count, int file) {
    struct iovec part = {(void *)bytes, count};
    union {
        char bytes[CMSG_SPACE(sizeof(int))];
        struct cmsghdr align;
    } control;
    memset(&control, 0, sizeof control);
    struct msghdr message = {0};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.bytes;
    message.msg_controllen = sizeof control.bytes;
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(header), &file, sizeof(int));
    return sendmsg(channel, &message, MSG_NOSIGNAL);
}

// Receives bytes, and the open file that came with them: -1 where none did.
static inline ssize_t linux_receive_with_file(int channel, void *bytes, size_t count, int *file) {
    struct iovec part = {bytes, count};
    union {
        char bytes[CMSG_SPACE(sizeof(int))];
        struct cmsghdr align;
    } control;
    struct msghdr message = {0};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.bytes;
    message.msg_controllen = sizeof control.bytes;
    *file = -1;
    ssize_t got = recvmsg(channel, &message, MSG_CMSG_CLOEXEC);
    struct cmsghdr *header = got >= 0 ? CMSG_FIRSTHDR(&message) : (struct cmsghdr *)0;
    if (header && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS && header->cmsg_len >= CMSG_LEN(sizeof(int)))
        memcpy(file, CMSG_DATA(header), sizeof(int));
    return got;
}

// Gives up all that a process of root may do beyond others, for good; 0 where that is done.
static inline int linux_drop_capabilities(void) {
    for (unsigned long capability = 0; capability < 64; capability++) prctl(PR_CAPBSET_DROP, capability, 0UL, 0UL, 0UL);
    struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct none[2] = {{0, 0, 0}, {0, 0, 0}};
    return (int)syscall(SYS_capset, &header, none);
}

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

// Gives back some rights at what `folder` holds (or is), a descriptor.
static inline long linux_landlock_allow(int ruleset, uint64_t rights, int folder) {
    struct landlock_path_beneath_attr rule = {rights, folder};
    return syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0U);
}

static inline long linux_landlock_restrict(int ruleset) { return syscall(SYS_landlock_restrict_self, ruleset, 0U); }
