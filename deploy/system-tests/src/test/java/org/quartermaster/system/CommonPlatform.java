package org.quartermaster.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts a platform in demo mode for the first who asks for it, and ends it after the last test of the run. */
final class CommonPlatform implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Platform.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(Platform.class, none -> start(), Platform.class);
    }

    private static Platform start() {
        try {
            var folder = Files.createDirectories(Path.of("target"));
            return Platform.start(Files.createTempDirectory(folder, "platform"), "demo");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
