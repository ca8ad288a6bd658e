package org.quartermaster.catalog.classification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules that lie in the eight digits of a UNSPSC code: segment, family, class and commodity, two digits each. */
public record UnspscCode(String digits) {

    private static final Pattern FORM = Pattern.compile("[0-9]{8}");
    private static final int DIGITS = 8;
    private static final int PAIR = 2;
    private static final String ZEROS = "00";

    /** The code, or nothing when the text is not eight digits with a segment and no gap among the pairs. */
    public static Optional<UnspscCode> read(String text) {
        if (!FORM.matcher(text).matches() || text.startsWith(ZEROS)) {
            return Optional.empty();
        }
        UnspscCode code = new UnspscCode(text);
        return code.hasGap() ? Optional.empty() : Optional.of(code);
    }

    /** 1 for a segment, 2 for a family, 3 for a class, 4 for a commodity: by the trailing pairs of zeros. */
    int level() {
        int end = DIGITS;
        while (end > PAIR && digits.startsWith(ZEROS, end - PAIR)) {
            end -= PAIR;
        }
        return end / PAIR;
    }

    /** The code with its last pair that is not zero zeroed; nothing above a segment. */
    Optional<UnspscCode> parent() {
        int kept = (level() - 1) * PAIR;
        return kept == 0
                ? Optional.empty()
                : Optional.of(new UnspscCode(digits.substring(0, kept) + "0".repeat(DIGITS - kept)));
    }

    /** What the codes of the whole subtree begin with. */
    public String prefix() {
        return digits.substring(0, level() * PAIR);
    }

    boolean covers(UnspscCode other) {
        return other.digits.startsWith(prefix());
    }

    /** From the segment down to this code. */
    List<UnspscCode> path() {
        List<UnspscCode> path = new ArrayList<>();
        for (Optional<UnspscCode> code = Optional.of(this);
                code.isPresent();
                code = code.get().parent()) {
            path.add(code.get());
        }
        Collections.reverse(path);
        return path;
    }

    private boolean hasGap() {
        String prefix = prefix();
        for (int start = 0; start < prefix.length(); start += PAIR) {
            if (prefix.startsWith(ZEROS, start)) {
                return true;
            }
        }
        return false;
    }
}
