package org.quartermaster.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs a class of this module with those of the packaged service, in a process of its own. */
final class InService {
    private final Stand stand;

    InService(Stand stand) {
        this.stand = stand;
    }

    /** The numbers that the class prints, one a line. */
    List<Double> run(Class<?> main, Object... arguments) throws IOException, InterruptedException {
        var command = Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        classPath(main),
                        main.getName())
                .collect(Collectors.toList());
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = process.inputReader()) {
            var numbers = out.lines().map(Double::valueOf).toList();
            if (process.waitFor() != 0) {
                throw new IOException(main.getSimpleName() + " failed");
            }
            return numbers;
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private String classPath(Class<?> main) {
        var packaged = stand.jar().getParent();
        try {
            var here = Path.of(
                    main.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Stream.of(
                            here,
                            packaged.resolve("app/*"),
                            packaged.resolve("lib/main/*"),
                            packaged.resolve("lib/boot/*"))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
