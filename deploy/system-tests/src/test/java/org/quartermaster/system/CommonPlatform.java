package org.quartermaster.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts a platform in demo mode for the first who asks for it, and ends it after the last test of the run. */
final class CommonPlatform implements ParameterResolver, AfterEachCallback {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Platform.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return store(context).computeIfAbsent(Platform.class, none -> start(), Platform.class);
    }

    /** NB: the root's store closes what it holds after the last test. */
    private static Store store(ExtensionContext context) {
        return context.getRoot().getStore(Namespace.GLOBAL);
    }

    /** The next test finds one replica of each service. */
    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        store(context).get(Platform.class, Platform.class).stopSecond();
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
