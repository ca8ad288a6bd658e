package org.quartermaster.catalog.rfpreading;

/** A file that gives no request; the reason is for the user. */
public final class UnreadableFile extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why a file gives no request. */
    public enum Reason {
        EMPTY("rfp.empty"),
        UNSUPPORTED("rfp.unsupported"),
        ENCRYPTED("rfp.encrypted"),
        TOO_LARGE("rfp.too_large"),
        NO_TEXT("rfp.no_text"),
        UNREADABLE("rfp.unreadable"),
        TOO_MANY_LINES("rfp.too_many_lines");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The code of the problem or of the failed document. */
        public String code() {
            return code;
        }
    }

    UnreadableFile(Reason reason) {
        super(reason.code());
        this.reason = reason;
    }

    UnreadableFile(Reason reason, Exception cause) {
        super(reason.code(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
