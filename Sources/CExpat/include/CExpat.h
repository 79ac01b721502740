// CExpat: expat as Debian ships it.
#ifndef DRAGOMAN_CEXPAT_H
#define DRAGOMAN_CEXPAT_H

#include <expat.h>

#endif
