package org.quartermaster.platform.security;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.quartermaster.platform.PlatformConfig;

/** Refuses to start in demo mode where others than this machine could call. */
@ApplicationScoped
final class DemoGuard {
    void check(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start,
            PlatformConfig config,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        if (config.auth() == PlatformConfig.AuthMode.DEMO && !isLoopback(host)) {
            throw new IllegalStateException("QM_AUTH=demo is for loopback only, but the service listens on " + host);
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
