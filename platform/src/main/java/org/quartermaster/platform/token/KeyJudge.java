package org.quartermaster.platform.token;

import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Judges API keys in the service that keeps them; every other service exchanges them there for a token. */
public interface KeyJudge {
    /** Whom a key stands for at this moment; null for one that is unknown, revoked, expired, or of a suspended user. */
    Uni<KeyHolder> judge(String key);

    /**
     * Whom a key stands for.
     *
     * @param roles with all that they include
     */
    record KeyHolder(String subject, String tenant, Set<String> roles) {}
}
