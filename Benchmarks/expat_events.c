/* expat with no handlers: the time parsing alone takes. expat_events FILE [namespaces] */
#include <expat.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(int argc, char **argv) {
    static char piece[128 * 1024];
    int file = argc > 1 ? open(argv[1], O_RDONLY) : -1;
    XML_Parser parser = argc > 2 ? XML_ParserCreateNS(NULL, '|') : XML_ParserCreate(NULL);
    ssize_t count;
    if (file < 0 || !parser) return 66;
    while ((count = read(file, piece, sizeof piece)) > 0)
        if (XML_Parse(parser, piece, (int)count, 0) == XML_STATUS_ERROR) return 65;
    if (count < 0 || XML_Parse(parser, piece, 0, 1) == XML_STATUS_ERROR) return 65;
    return 0;
}
