#include "FaultyVFS.h"

#include <sqlite3.h>
#include <stdatomic.h>
#include <stddef.h>
#include <string.h>

static sqlite3_vfs *real_vfs;
static sqlite3_vfs faulty_vfs;

// Connections of several threads meet here.
static atomic_int armed_kind = -1;
static atomic_int armed_code;
static atomic_int armed_lasting;
static atomic_llong armed_number;
static atomic_llong counted;
static atomic_llong failed;

void faulty_vfs_arm(int kind, int64_t n, int code, int lasting) {
    atomic_store(&armed_kind, -1);
    atomic_store(&armed_code, code);
    atomic_store(&armed_lasting, lasting);
    atomic_store(&armed_number, n);
    atomic_store(&counted, 0);
    atomic_store(&failed, 0);
    atomic_store(&armed_kind, kind);
}

int64_t faulty_vfs_disarm(void) {
    atomic_store(&armed_kind, -1);
    return atomic_load(&failed);
}

// The code an operation fails with, or SQLITE_OK.
static int fault(int kind) {
    if (atomic_load(&armed_kind) != kind) return SQLITE_OK;
    long long number = atomic_fetch_add(&counted, 1) + 1;
    long long wanted = atomic_load(&armed_number);
    if (number != wanted && !(number > wanted && atomic_load(&armed_lasting))) return SQLITE_OK;
    atomic_fetch_add(&failed, 1);
    return atomic_load(&armed_code);
}

typedef struct {
    sqlite3_file base;
    // The file of the real file system lies right behind.
    sqlite3_file *real;
} FaultyFile;

static sqlite3_file *real_file(sqlite3_file *file) { return ((FaultyFile *)file)->real; }

static int faulty_close(sqlite3_file *file) { return real_file(file)->pMethods->xClose(real_file(file)); }

static int faulty_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
    int code = fault(FAULTY_READ);
    return code != SQLITE_OK ? code : real_file(file)->pMethods->xRead(real_file(file), bytes, count, offset);
}

static int faulty_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
    int code = fault(FAULTY_WRITE);
    if (code == SQLITE_OK) return real_file(file)->pMethods->xWrite(real_file(file), bytes, count, offset);
    if (count > 1) real_file(file)->pMethods->xWrite(real_file(file), bytes, count / 2, offset);
    return code;
}

static int faulty_truncate(sqlite3_file *file, sqlite3_int64 size) {
    int code = fault(FAULTY_TRUNCATE);
    return code != SQLITE_OK ? code : real_file(file)->pMethods->xTruncate(real_file(file), size);
}

// Nothing is really synced: no power fails in a test, and it would take most of the time.
static int faulty_sync(sqlite3_file *file, int flags) {
    (void)file;
    (void)flags;
    return fault(FAULTY_SYNC);
}

static int faulty_size(sqlite3_file *file, sqlite3_int64 *size) {
    return real_file(file)->pMethods->xFileSize(real_file(file), size);
}

static int faulty_lock(sqlite3_file *file, int level) {
    return real_file(file)->pMethods->xLock(real_file(file), level);
}

static int faulty_unlock(sqlite3_file *file, int level) {
    return real_file(file)->pMethods->xUnlock(real_file(file), level);
}

static int faulty_reserved(sqlite3_file *file, int *result) {
    return real_file(file)->pMethods->xCheckReservedLock(real_file(file), result);
}

static int faulty_control(sqlite3_file *file, int op, void *argument) {
    return real_file(file)->pMethods->xFileControl(real_file(file), op, argument);
}

static int faulty_sector(sqlite3_file *file) { return real_file(file)->pMethods->xSectorSize(real_file(file)); }

static int faulty_characteristics(sqlite3_file *file) {
    return real_file(file)->pMethods->xDeviceCharacteristics(real_file(file));
}

static int faulty_map(sqlite3_file *file, int page, int size, int extend, void volatile **memory) {
    int code = fault(FAULTY_SHARED);
    if (code == SQLITE_OK) return real_file(file)->pMethods->xShmMap(real_file(file), page, size, extend, memory);
    *memory = NULL;
    return code;
}

static int faulty_shared_lock(sqlite3_file *file, int offset, int n, int flags) {
    return real_file(file)->pMethods->xShmLock(real_file(file), offset, n, flags);
}

static void faulty_barrier(sqlite3_file *file) { real_file(file)->pMethods->xShmBarrier(real_file(file)); }

static int faulty_unmap(sqlite3_file *file, int delete) {
    return real_file(file)->pMethods->xShmUnmap(real_file(file), delete);
}

// Version 2: with shared memory, without mapping of the file, past which nothing could fail.
static const sqlite3_io_methods faulty_methods = {
    .iVersion = 2,
    .xClose = faulty_close,
    .xRead = faulty_read,
    .xWrite = faulty_write,
    .xTruncate = faulty_truncate,
    .xSync = faulty_sync,
    .xFileSize = faulty_size,
    .xLock = faulty_lock,
    .xUnlock = faulty_unlock,
    .xCheckReservedLock = faulty_reserved,
    .xFileControl = faulty_control,
    .xSectorSize = faulty_sector,
    .xDeviceCharacteristics = faulty_characteristics,
    .xShmMap = faulty_map,
    .xShmLock = faulty_shared_lock,
    .xShmBarrier = faulty_barrier,
    .xShmUnmap = faulty_unmap,
};

static int faulty_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *result) {
    (void)vfs;
    // A file of no concern has the real methods: nothing of ours stands between.
    if (name == NULL || strstr(name, "faulty") == NULL) return real_vfs->xOpen(real_vfs, name, file, flags, result);
    FaultyFile *faulty = (FaultyFile *)file;
    faulty->base.pMethods = NULL;
    int code = fault(FAULTY_OPEN);
    if (code != SQLITE_OK) return code;
    faulty->real = (sqlite3_file *)(faulty + 1);
    code = real_vfs->xOpen(real_vfs, name, faulty->real, flags, result);
    if (faulty->real->pMethods != NULL) faulty->base.pMethods = &faulty_methods;
    return code;
}

int faulty_vfs_register(void) {
    if (real_vfs != NULL) return SQLITE_OK;
    sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);
    if (vfs == NULL) return SQLITE_ERROR;
    // All but the opening of files is the real one's; it is asked by its own name for what it keeps.
    faulty_vfs = *vfs;
    faulty_vfs.pNext = NULL;
    faulty_vfs.zName = "faulty";
    faulty_vfs.szOsFile = (int)sizeof(FaultyFile) + vfs->szOsFile;
    faulty_vfs.xOpen = faulty_open;
    real_vfs = vfs;
    return sqlite3_vfs_register(&faulty_vfs, 1);
}
