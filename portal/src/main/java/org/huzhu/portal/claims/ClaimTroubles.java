package org.huzhu.portal.claims;

import org.huzhu.claims.ClaimRefused;
import org.huzhu.documents.DocumentRefused;
import org.huzhu.portal.Texts;

/** What refusals say to people. */
final class ClaimTroubles {

    private ClaimTroubles() {}

    static String say(ClaimRefused refused) {
        return Texts.say("claim.refused." + refused.reason());
    }

    static String say(DocumentRefused refused) {
        return Texts.say("documents.refused." + refused.reason());
    }
}
