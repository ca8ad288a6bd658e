package org.quartermaster.procurement.fraud;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;

/** Where somebody comes from. */
final class Origin {
    private static final int NETWORK = 8;

    private Origin() {}

    /** An address as the database reads it: without the zone that a link-local one may name. */
    static String address(String text) {
        return text == null ? null : text.split("%", 2)[0];
    }

    /** What is counted together: of IPv6 the network alone, because every client has 2^64 addresses in it. */
    static String network(String text) {
        if (text == null) {
            return "unknown";
        }
        var bytes = text.indexOf(':') < 0 ? null : NetUtil.createByteArrayFromIpAddressString(address(text));
        return bytes == null || bytes.length <= NETWORK
                ? address(text)
                : HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK));
    }
}
