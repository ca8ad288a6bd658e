package org.quartermaster.procurement.load;

import java.util.regex.Pattern;
import org.quartermaster.platform.security.Sha256;

/** The id of a tender from the ocid of its process: the ocid itself where it fits. */
public final class TenderIds {
    private static final Pattern FITS = Pattern.compile("[A-Za-z0-9._~-]+");
    /** Looks like the later process of an ocid that several buyers use. */
    private static final Pattern MARKED = Pattern.compile(".*~[0-9a-f]{8}");

    /** Room for {@code ~} and the 8 digits of a later process. */
    private static final int LONGEST = 91;

    private static final int DIGITS = 8;

    private TenderIds() {}

    public static String of(String ocid) {
        if (ocid.length() <= LONGEST
                && FITS.matcher(ocid).matches()
                && !MARKED.matcher(ocid).matches()) {
            return ocid;
        }
        var end = "-" + Sha256.hex(ocid).substring(0, DIGITS);
        var start = ocid.replaceAll("[^A-Za-z0-9._-]", "_");
        return start.substring(0, Math.min(start.length(), LONGEST - end.length())) + end;
    }
}
