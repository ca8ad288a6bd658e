package org.quartermaster.procurement.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.quartermaster.platform.PlatformConfig.AuthMode;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.procurement.installation.LocalPages;

/** Mails hold tokens that passwords are set with. */
class MailboxPlaceTest {
    @Test
    void outsideOfALocalStackNobodyReadsThem() {
        var mailbox = new MailboxResource(null, new LocalPages(AuthMode.REQUIRED, false), null, null);

        assertThatThrownBy(mailbox::read).isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.type())
                .isEqualTo(ProblemType.NOT_FOUND));
    }
}
