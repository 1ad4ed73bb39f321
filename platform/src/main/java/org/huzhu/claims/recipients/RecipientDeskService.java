package org.huzhu.claims.recipients;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.audit.AuditTrail;
import org.huzhu.audit.Deed;
import org.huzhu.claims.ClaimRefused;
import org.huzhu.claims.ClaimRefused.Reason;
import org.huzhu.database.BeyondReach;
import org.huzhu.kernel.CardNumber;
import org.huzhu.members.payees.Payees;
import org.huzhu.payments.Payables;
import org.huzhu.payments.Payee;
import org.huzhu.payments.Standing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class RecipientDeskService implements RecipientDesk {

    private static final Set<Standing.State> MOVED = EnumSet.of(Standing.State.RETURNED, Standing.State.REDIRECTED);

    private final JdbcRecipients rows;
    private final Payables payables;
    private final Access access;
    private final AuditTrail trail;
    private final BeyondReach beyond;

    RecipientDeskService(JdbcRecipients rows, Payables payables, Access access, AuditTrail trail, BeyondReach beyond) {
        this.rows = rows;
        this.payables = payables;
        this.access = access;
        this.trail = trail;
        this.beyond = beyond;
    }

    @Override
    public void require(Caller caller, UUID claim, int place) {
        Payees.Payee _ = known(caller, claim, place);
    }

    private Payees.Payee known(Caller caller, UUID claim, int place) {
        access.require(caller, Operation.CLAIM_FILE, caller.path().orElse(""));
        return rows.account(claim, place).orElseThrow(() -> new ClaimRefused(Reason.ABSENT));
    }

    @Override
    public void changeCard(Caller caller, UUID claim, int place, CardNumber card) {
        Payees.Payee known = known(caller, claim, place);
        rows.change(claim, place, card);
        List<String> keys = rows.keys(claim, place);
        Payee payee = new Payee(known.name(), card);
        beyond.run(() -> standing(keys).forEach((key, standing) -> {
            if (MOVED.contains(standing.state())) {
                boolean _ = payables.redirect(key, payee);
            }
        }));
        trail.record(Deed.done("claim.recipient.card", "claim", claim.toString())
                .at(caller.path().orElse("")));
    }

    private Map<String, Standing> standing(List<String> keys) {
        return keys.isEmpty() ? Map.of() : payables.standing(keys);
    }
}
