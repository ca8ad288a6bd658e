package org.quartermaster.procurement.load;

import java.util.List;

/**
 * What an ocid comes to.
 *
 * @param changed processes whose releases are others than before
 * @param remarked processes of which only it is new that the ocid has several, or one
 * @param gone processes that were joined with another one
 * @param unplaced releases that belong to none
 */
record OcidState(
        String ocid,
        boolean isWelded,
        int processes,
        List<ProcessState> changed,
        List<StoredProcess> remarked,
        List<StoredProcess> gone,
        List<StoredRelease> unplaced) {}
