package org.quartermaster.platform.token;

import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The networks of the proxies whose word about the address of a client counts. */
record TrustedProxies(List<CidrAddress> networks) {
    /**
     * @param cidrs addresses or networks
     * @throws IllegalArgumentException for anything else, so that the service does not start with a hole
     */
    static TrustedProxies of(List<String> cidrs) {
        return new TrustedProxies(cidrs.stream()
                .map(String::strip)
                .filter(cidr -> !cidr.isEmpty())
                .map(TrustedProxies::network)
                .toList());
    }

    private static CidrAddress network(String text) {
        var network = Inet.parseCidrAddress(text);
        if (network != null) {
            return network;
        }
        var address = Inet.parseInetAddress(text);
        if (address == null) {
            throw new IllegalArgumentException("QM_TRUSTED_PROXIES: not an address or network: " + text);
        }
        return CidrAddress.create(address, address.getAddress().length * Byte.SIZE);
    }

    /**
     * The last address on the way that no trusted proxy has. NB: not the first, for a client may send the header too, and
     * most proxies add to what they got.
     *
     * @param peer the address of the connection
     * @param forwarded the values of {@code X-Forwarded-For}, as they came
     */
    String client(String peer, List<String> forwarded) {
        var way = Arrays.asList(String.join(",", forwarded).split(","));
        Collections.reverse(way);
        var client = peer;
        for (var hop : way) {
            var address = address(hop);
            if (address == null || !isTrusted(client)) {
                break;
            }
            client = address;
        }
        return client;
    }

    private boolean isTrusted(String text) {
        var address = Inet.parseInetAddress(text);
        return address != null && networks.stream().anyMatch(network -> network.matches(address));
    }

    /** The address in one form, without a port, zone or brackets, or null for what is none. */
    private static String address(String hop) {
        var text = hop.strip().replaceFirst("^(\\[.*]|\\d+(?:\\.\\d+){3}):\\d+$", "$1");
        var address = Inet.parseInetAddress(text);
        try {
            return address == null
                    ? null
                    : InetAddress.getByAddress(address.getAddress()).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
