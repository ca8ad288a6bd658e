package org.quartermaster.procurement.installation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.platform.PlatformConfig.AuthMode;
import org.quartermaster.platform.rest.Call;

/**
 * Whether the pages that stand for mail server and provider of payments are there: in the demo, or where it is set, and
 * for this machine alone. NB: the address by itself says little, as behind a proxy on the machine everybody has it.
 */
@ApplicationScoped
public class LocalPages {
    private final boolean served;

    @Inject
    LocalPages(LocalConfig config, PlatformConfig platform) {
        this(platform.auth(), config.pages());
    }

    /** For a mode of access, and what is set. */
    public LocalPages(AuthMode auth, boolean isSet) {
        served = isSet || auth == AuthMode.DEMO;
    }

    /** Whether anybody gets them. */
    public boolean areServed() {
        return served;
    }

    /** Whether the request gets them. */
    public boolean areFor(Call call) {
        return served && isLoopback(call.address());
    }

    static boolean isLoopback(String address) {
        try {
            return address != null && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException impossible) {
            return false;
        }
    }
}
