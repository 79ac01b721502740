// A virtual file system for SQLite whose operations fail when a test says so (SQLite, "The OS Backend (VFS) To SQLite").
// Only files with "faulty" in their names are concerned; all others go to the file system as ever.
#ifndef FAULTY_VFS_H
#define FAULTY_VFS_H

#include <stdint.h>

enum {
    FAULTY_WRITE,
    FAULTY_SYNC,
    FAULTY_READ,
    FAULTY_OPEN,
    FAULTY_TRUNCATE,
    // The shared memory beside a write-ahead log.
    FAULTY_SHARED,
    FAULTY_KINDS
};

// Makes it the default of this process; once is enough. Returns SQLite's code.
int faulty_vfs_register(void);

// From now on the n-th operation of a kind fails with a code of SQLite's, and with `lasting` all after it, too; n counts
// from 1. A write that fails has written half.
void faulty_vfs_arm(int kind, int64_t n, int code, int lasting);

// Nothing fails any more. Returns how many operations did.
int64_t faulty_vfs_disarm(void);

#endif
