package org.huzhu.portal.claims;

import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.claims.CaseFile;
import org.huzhu.claims.Claim;
import org.huzhu.claims.ClaimState;
import org.huzhu.portal.Visit;
import org.springframework.stereotype.Component;

/** Who enters claims that members bring on paper, and for how long he may change what he entered. */
@Component
class PaperClaims {

    private final Access access;

    PaperClaims(Access access) {
        this.access = access;
    }

    /** Whoever asks, if he enters claims for members at all. */
    Caller handler() {
        Caller caller = Visit.current().someone();
        return handler(caller.path().orElse(""));
    }

    /** Whoever asks, if he enters claims for members at the place. */
    Caller handler(String path) {
        Caller caller = Visit.current().someone();
        access.require(caller, Operation.CLAIM_FILE, path);
        return caller;
    }

    static boolean mayStillChange(Caller caller, CaseFile file) {
        Claim claim = file.claim();
        return claim.enteredBy().equals(caller.account().toString())
                && (claim.state() instanceof ClaimState.Draft || claim.state() instanceof ClaimState.Returned);
    }
}
