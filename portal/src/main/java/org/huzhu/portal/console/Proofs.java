package org.huzhu.portal.console;

import java.util.Optional;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.portal.Visit;
import org.huzhu.staff.Session;
import org.huzhu.staff.SignIn;
import org.huzhu.staff.StaffDesk;
import org.springframework.stereotype.Component;

/** The new proof that a grave operation asks for, in the same form as the operation. */
@Component
public class Proofs {

    private final SignIn signIn;
    private final StaffDesk staff;

    Proofs(SignIn signIn, StaffDesk staff) {
        this.signIn = signIn;
        this.staff = staff;
    }

    /** The name of the sentence that asks for the proof; empty where none is wanted now. */
    public Optional<String> wanted(Operation operation) {
        if (!operation.isGrave() || Visit.current().someone().isFresh()) {
            return Optional.empty();
        }
        return Optional.of(staff.own(session()).hasSecondFactor() ? "proof.code" : "proof.password");
    }

    /**
     * The caller, who has proved that it is he where that is wanted.
     *
     * @throws org.huzhu.staff.SignInRefused if the proof is wrong
     */
    public Caller proven(Operation operation, String proof) {
        Caller caller = Visit.current().someone();
        if (wanted(operation).isEmpty()) {
            return caller;
        }
        signIn.proveAgain(session(), proof);
        return caller.fresh();
    }

    private static Session session() {
        return Visit.current().session().orElseThrow();
    }
}
