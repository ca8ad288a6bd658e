package org.quartermaster.procurement.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where requests to others go, and whether they may: over https to a public address, so that nobody reaches the inside of
 * the installation through it.
 */
public record WebhookUrl(URI uri) {
    static final int MAX = 2_000;
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|.*:.*");

    /** Why an address is refused; the word is the code of the error. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String code) {
            super(code, null, false, false);
        }
    }

    /** Reads an address; names that stand for private addresses are found out when it is used. */
    public static WebhookUrl read(String text, boolean allowPrivate) throws Refused {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException broken) {
            throw new Refused("url_invalid");
        }
        if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
            throw new Refused("url_invalid");
        }
        if (!"https".equalsIgnoreCase(uri.getScheme()) && !(allowPrivate && "http".equalsIgnoreCase(uri.getScheme()))) {
            throw new Refused("url_not_https");
        }
        var url = new WebhookUrl(uri);
        if (LITERAL.matcher(url.host()).matches() || url.host().equalsIgnoreCase("localhost")) {
            url.address(allowPrivate);
        }
        return url;
    }

    /** The address to connect to: the name is resolved once, and each of its addresses must be public. Blocking. */
    public InetAddress address(boolean allowPrivate) throws Refused {
        try {
            var all = InetAddress.getAllByName(host());
            if (!allowPrivate && !Arrays.stream(all).allMatch(WebhookUrl::isPublic)) {
                throw new Refused("url_private");
            }
            return all[0];
        } catch (UnknownHostException unknown) {
            throw new Refused("url_unknown_host");
        }
    }

    /** Without the brackets of an IPv6 address. */
    public String host() {
        return uri.getHost().replaceAll("[\\[\\]]", "");
    }

    public boolean isSecure() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    public int port() {
        return uri.getPort() > 0 ? uri.getPort() : isSecure() ? 443 : 80;
    }

    /** Path and query. */
    public String path() {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** Neither of this machine nor of a network of its own (RFC 6890); addresses within addresses count as themselves. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return address instanceof Inet4Address ? isPublic4(address.getAddress()) : isPublic6((Inet6Address) address);
    }

    private static boolean isPublic4(byte[] bytes) {
        var first = bytes[0] & 0xff;
        var second = bytes[1] & 0xff;
        var third = bytes[2] & 0xff;
        return !(first == 0
                || first >= 240
                || first == 100 && second >= 64 && second < 128
                || first == 192 && second == 0 && (third == 0 || third == 2)
                || first == 198 && (second == 18 || second == 19 || second == 51 && third == 100)
                || first == 203 && second == 0 && third == 113);
    }

    /** Of IPv6 only 2000::/3 is in use, and in it are documentation, Teredo and 6to4. */
    private static boolean isPublic6(Inet6Address address) {
        var bytes = address.getAddress();
        if ((bytes[0] & 0xe0) != 0x20) {
            return false;
        }
        var prefix = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        var next = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        if (prefix == 0x2001 && (next == 0x0db8 || next == 0)) {
            return false;
        }
        return prefix != 0x2002 || embedded(bytes).filter(WebhookUrl::isPublic).isPresent();
    }

    private static Optional<InetAddress> embedded(byte[] bytes) {
        try {
            return Optional.of(InetAddress.getByAddress(Arrays.copyOfRange(bytes, 2, 6)));
        } catch (UnknownHostException impossible) {
            return Optional.empty();
        }
    }
}
