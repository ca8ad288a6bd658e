package org.quartermaster.procurement.ocds;

/**
 * One fault of an import with its place.
 *
 * @param position index of the release in the file from 0; in JSON lines the line from 0
 * @param ocid null where it is not known, like the release id and the pointer
 * @param pointer JSON pointer within the release
 * @param message what was found and what is allowed
 */
public record Issue(IssueCode code, long position, String ocid, String releaseId, String pointer, String message) {
    /** A fault of no release in particular. */
    public static Issue at(long position, IssueCode code, String message) {
        return new Issue(code, position, null, null, null, message);
    }

    /** The same fault, told of a release. */
    public Issue of(String knownOcid, String knownReleaseId) {
        return new Issue(code, position, knownOcid, knownReleaseId, pointer, message);
    }

    public boolean isError() {
        return code.severity() == IssueCode.Severity.ERROR;
    }
}
