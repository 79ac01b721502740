// CStemmer: libstemmer (Snowball) as Debian ships it.
#ifndef DRAGOMAN_CSTEMMER_H
#define DRAGOMAN_CSTEMMER_H

#include <libstemmer.h>

#endif
