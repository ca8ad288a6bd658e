package org.quartermaster.procurement.fraud;

import io.netty.util.NetUtil;

/**
 * An address or a network in the notation of CIDR.
 *
 * @param bits how many of the address name the network
 */
record IpNetwork(byte[] address, int bits) {
    static final String FORM = "[0-9a-f.:]{2,45}(/[0-9]{1,3})?";

    static boolean isValid(String text) {
        var parts = text.split("/", 2);
        if (!text.matches(FORM)) {
            return false;
        }
        var isFour = NetUtil.isValidIpV4Address(parts[0]);
        if (!isFour && !NetUtil.isValidIpV6Address(parts[0])) {
            return false;
        }
        return parts.length == 1 || Integer.parseInt(parts[1]) <= (isFour ? 4 : 16) * Byte.SIZE;
    }

    /** A text that {@link #isValid}. */
    static IpNetwork parse(String text) {
        var parts = text.split("/", 2);
        var address = NetUtil.createByteArrayFromIpAddressString(parts[0]);
        return new IpNetwork(address, parts.length == 1 ? address.length * Byte.SIZE : Integer.parseInt(parts[1]));
    }

    /** @param other the bytes of an address of either family */
    boolean holds(byte[] other) {
        if (other.length != address.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit += Byte.SIZE) {
            var mask = -1 << Math.max(0, Byte.SIZE - (bits - bit));
            if (((address[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask & 0xff) != 0) {
                return false;
            }
        }
        return true;
    }
}
