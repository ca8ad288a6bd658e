package org.quartermaster.procurement.ocds;

/** A place in a JSON value, kept as a chain so that only the places that are told become text (RFC 6901). */
public record Pointer(Pointer parent, Object step) {
    public static final Pointer ROOT = new Pointer(null, "");

    public Pointer at(String key) {
        return new Pointer(this, key);
    }

    public Pointer at(int index) {
        return new Pointer(this, index);
    }

    @Override
    public String toString() {
        if (parent == null) {
            return "";
        }
        var text = new StringBuilder();
        write(text);
        return text.toString();
    }

    private void write(StringBuilder text) {
        if (parent != null) {
            parent.write(text);
            text.append('/').append(step.toString().replace("~", "~0").replace("/", "~1"));
        }
    }
}
