package org.quartermaster.platform.token;

import io.netty.util.NetUtil;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.HexFormat;
import org.quartermaster.platform.security.Caller;

/** Whom a request is counted for: the user of its token, or the address that it came from. */
public final class Client {
    private static final String KEY = Client.class.getName();
    private static final String HOST = KEY + ".host";
    private static final int NETWORK = 8;

    private Client() {}

    /** The client of the request, such as {@code user u1@tenant_a} or {@code address 192.0.2.7}. */
    public static String of(RoutingContext context) {
        String known = context.get(KEY);
        return known == null ? address(context) : known;
    }

    /** Notes the client, once its token has been judged; in demo mode an address stays an address. */
    public static String note(RoutingContext context, SecurityIdentity identity) {
        var client = TokenMechanism.hasCredentials(context)
                ? "user " + identity.getPrincipal().getName() + "@" + identity.getAttribute(Caller.TENANT)
                : address(context);
        context.put(KEY, client);
        return client;
    }

    /** The address that the request came from, or null; a proxy's word counts only from those that are trusted. */
    public static String host(RoutingContext context) {
        String told = context.get(HOST);
        if (told != null) {
            return told;
        }
        var peer = context.request().connection().remoteAddress();
        return peer == null ? null : peer.hostAddress();
    }

    static void noteHost(RoutingContext context, String host) {
        context.put(HOST, host);
    }

    /** NB: of IPv6 the network alone, because every client has 2^64 addresses in it. */
    public static String address(RoutingContext context) {
        var known = host(context);
        var host = known == null ? "unknown" : known;
        var bytes = host.indexOf(':') < 0 ? null : NetUtil.createByteArrayFromIpAddressString(host);
        return "address "
                + (bytes == null || bytes.length <= NETWORK
                        ? host
                        : HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK)));
    }
}
