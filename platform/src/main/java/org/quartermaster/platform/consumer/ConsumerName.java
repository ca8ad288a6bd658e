package org.quartermaster.platform.consumer;

import java.util.Locale;
import java.util.regex.Pattern;

/** The durable name of a consumer and its stream, both from its filter subject. */
record ConsumerName(String durable, String stream) {
    private static final Pattern SUBJECT = Pattern.compile("qm\\.([a-z]+)\\.\\*\\.([a-z_]+|\\*)\\.([a-z_]+|\\*)");

    static ConsumerName of(String service, String subject, int epoch) {
        var parts = SUBJECT.matcher(subject);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not qm.<service>.*.<entity>.<verb>: " + subject);
        }
        var name = "%s-%s-%s-%s".formatted(service, parts.group(1), word(parts.group(2)), word(parts.group(3)));
        return new ConsumerName(
                epoch == 1 ? name : name + "-" + epoch, "QM_" + parts.group(1).toUpperCase(Locale.ROOT));
    }

    /** NB: an asterisk may not stand in a name. */
    private static String word(String token) {
        return token.equals("*") ? "any" : token;
    }
}
