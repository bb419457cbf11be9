package dev.keystile.store.throttle;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which addresses count as one client: an IPv4 address by itself, also where it is written as an IPv6 one or was translated into one
 * (RFC 6052), and all of an IPv6 /64, because that is what one line is given. Anything else is taken as it is written.
 */
final class ClientNetwork {

    /** What begins with one of these characters and has a colon is never looked up as a name. */
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:][0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** {@code 64:ff9b::/96}, which every IPv4 client comes from where a gateway stands in front of an IPv6 network. */
    private static final byte[] TRANSLATED = {0, 0x64, (byte) 0xFF, (byte) 0x9B, 0, 0, 0, 0, 0, 0, 0, 0};

    private static final int PREFIX_BYTES = 8;

    private ClientNetwork() {}

    /** The network of {@code address}, or nothing if the adapter didn't say where the client is. */
    static Optional<String> of(String address) {
        String bare = withoutBracketsAndZone(address.strip());
        return bare.isEmpty()
                ? Optional.empty()
                : Optional.of(IPV6.matcher(bare).matches() ? ofIpv6(bare) : bare);
    }

    private static String ofIpv6(String address) {
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address ? ofIpv6(parsed.getAddress()) : parsed.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }

    private static String ofIpv6(byte[] address) throws UnknownHostException {
        int ipv4 = TRANSLATED.length;
        return Arrays.equals(address, 0, ipv4, TRANSLATED, 0, ipv4)
                ? InetAddress.getByAddress(Arrays.copyOfRange(address, ipv4, address.length))
                        .getHostAddress()
                : HexFormat.of().formatHex(address, 0, PREFIX_BYTES) + "/64";
    }

    private static String withoutBracketsAndZone(String address) {
        String inner =
                address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
        int zone = inner.indexOf('%');
        return zone < 0 ? inner : inner.substring(0, zone);
    }
}
