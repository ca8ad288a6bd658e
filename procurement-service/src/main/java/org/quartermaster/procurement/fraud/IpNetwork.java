package org.quartermaster.procurement.fraud;

import io.netty.util.NetUtil;

/** An address or a network in the notation of CIDR. */
final class IpNetwork {
    static final String FORM = "[0-9a-f.:]{2,45}(/[0-9]{1,3})?";

    private static final int BITS = 8;

    private IpNetwork() {}

    static boolean isValid(String text) {
        var parts = text.split("/", 2);
        if (!text.matches(FORM)) {
            return false;
        }
        var isFour = NetUtil.isValidIpV4Address(parts[0]);
        if (!isFour && !NetUtil.isValidIpV6Address(parts[0])) {
            return false;
        }
        return parts.length == 1 || Integer.parseInt(parts[1]) <= (isFour ? 4 : 16) * BITS;
    }
}
