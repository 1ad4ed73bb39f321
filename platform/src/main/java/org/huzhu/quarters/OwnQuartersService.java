package org.huzhu.quarters;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.database.BeyondReach;
import org.huzhu.members.payees.CardGiven;
import org.huzhu.members.payees.Payees;
import org.huzhu.payments.Payables;
import org.huzhu.payments.Payee;
import org.huzhu.payments.Standing;
import org.huzhu.quarters.JdbcLines.Placed;
import org.huzhu.quarters.working.Explaining;
import org.huzhu.quarters.working.Working;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class OwnQuartersService implements OwnQuarters {

    private static final int MAX = 100;

    private final JdbcLines lines;
    private final Payables payables;
    private final Payees payees;
    private final Explaining explaining;
    private final QuarterTools tools;
    private final BeyondReach beyond;

    OwnQuartersService(
            JdbcLines lines,
            Payables payables,
            Payees payees,
            Explaining explaining,
            QuarterTools tools,
            BeyondReach beyond) {
        this.lines = lines;
        this.payables = payables;
        this.payees = payees;
        this.explaining = explaining;
        this.tools = tools;
        this.beyond = beyond;
    }

    @Override
    public List<Own> all(Caller member) {
        String _ = tools.require(member, Operation.OWN_VIEW);
        List<Placed> own = lines.own(member.member().orElseThrow(), MAX);
        Map<String, Standing> standing = standing(own);
        return own.stream()
                .map(each -> new Own(each.line(), Optional.ofNullable(standing.get(each.key()))))
                .toList();
    }

    /** The funds that pay are out of a member's reach; how they pay him is not. */
    private Map<String, Standing> standing(List<Placed> own) {
        List<String> keys = own.stream().map(Placed::key).toList();
        return keys.isEmpty() ? Map.of() : beyond.call(() -> payables.standing(keys));
    }

    @Override
    public Optional<Own> one(Caller member, UUID line) {
        return all(member).stream()
                .filter(each -> each.line().id().equals(line))
                .findFirst();
    }

    @Override
    public Working working(QuarterLine line) {
        return explaining.of(line);
    }

    /** What the bank gave back goes to the card that he has said. */
    @EventListener
    @Transactional
    public void on(CardGiven news) {
        Optional<Payee> to = payees.of(news.member()).map(payee -> new Payee(payee.name(), payee.card()));
        standing(lines.own(news.member(), MAX)).forEach((key, standing) -> {
            boolean waits = news.isOther() && standing.state() == Standing.State.REDIRECTED;
            if (waits || standing.state() == Standing.State.RETURNED) {
                to.ifPresent(payee -> {
                    boolean _ = beyond.call(() -> payables.redirect(key, payee));
                });
            }
        });
    }
}
