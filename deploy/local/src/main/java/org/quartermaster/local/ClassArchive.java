package org.quartermaster.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The loaded classes of a packaged service, kept beside its jar, with which it starts sooner: a CDS
 * archive, from JDK 25 on an AOT cache (JEP 514). A run of the service writes it when it ends. It fits one build and
 * one Java alone; the virtual machine checks that itself, and does without one that does not fit.
 */
public final class ClassArchive {
    private static final boolean IS_AOT = Runtime.version().feature() >= 25;

    private final Path jar;
    private final Path file;
    private final Path fresh;

    private ClassArchive(Path jar) {
        var name = "classes-" + Runtime.version() + (IS_AOT ? ".aot" : ".jsa");
        this.jar = jar;
        this.file = jar.resolveSibling(name);
        this.fresh = jar.resolveSibling(name + ".new");
    }

    /** The archive of the service with this quarkus-run.jar, whether there is one or not. */
    public static ClassArchive of(Path jar) {
        return new ClassArchive(jar);
    }

    /** Whether there is one that was made from this build. */
    public boolean exists() {
        try {
            return Files.exists(file) && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(jar)) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Options of the virtual machine that reads it; none when there is no archive. */
    List<String> use() {
        return exists() ? List.of((IS_AOT ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file) : List.of();
    }

    /** Options of a virtual machine that writes it when it ends, which takes some seconds. */
    List<String> make() {
        return List.of((IS_AOT ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + fresh);
    }

    /** Puts what was written in its place; to be called when the process that wrote has ended by itself. */
    void keep() {
        try {
            if (Files.exists(fresh)) {
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
