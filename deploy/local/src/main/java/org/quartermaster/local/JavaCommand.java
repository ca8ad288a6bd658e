package org.quartermaster.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a packaged service is started here: with this Java and the options in {@code jvm.options}. */
final class JavaCommand {
    private static final String OPTIONS = "/jvm.options";

    private JavaCommand() {}

    /** A process to be started; the options come after those of the file, so that they win. */
    static ProcessBuilder of(Path jar, List<String> options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(common());
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        var builder = new ProcessBuilder(command);
        // Else the C library of Linux keeps up to eight heaps of its own for each processor.
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        return builder;
    }

    private static List<String> common() {
        try (var file = JavaCommand.class.getResourceAsStream(OPTIONS)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
