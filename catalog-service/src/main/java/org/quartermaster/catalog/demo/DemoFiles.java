package org.quartermaster.catalog.demo;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** The files that the demo is made of. */
final class DemoFiles {
    private DemoFiles() {}

    static InputStream open(String name) throws IOException {
        var file = DemoFiles.class.getResourceAsStream("/demo/" + name);
        if (file == null) {
            throw new FileNotFoundException(name);
        }
        return file;
    }

    static byte[] bytes(String name) throws IOException {
        try (var file = open(name)) {
            return file.readAllBytes();
        }
    }
}
