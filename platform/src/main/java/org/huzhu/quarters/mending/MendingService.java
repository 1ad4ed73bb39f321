package org.huzhu.quarters.mending;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.audit.Deed;
import org.huzhu.database.BeyondReach;
import org.huzhu.database.Scope;
import org.huzhu.kernel.CardNumber;
import org.huzhu.kernel.PersonName;
import org.huzhu.members.payees.CardGiven;
import org.huzhu.members.payees.Payees;
import org.huzhu.members.payees.Payees.Payee;
import org.huzhu.quarters.Owes;
import org.huzhu.quarters.PaidTo;
import org.huzhu.quarters.QuarterTools;
import org.huzhu.quarters.mending.HeldLine.Asked;
import org.huzhu.quarters.mending.JdbcMends.Placed;
import org.huzhu.quarters.mending.MendRefused.Reason;
import org.huzhu.unions.OrganisationMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class MendingService implements Mending {

    private static final String KIND = "quarter_line";
    private static final int OF_MEMBER_MAX = 100;

    private final JdbcMends mends;
    private final Owes owes;
    private final Payees payees;
    private final QuarterTools tools;
    private final BeyondReach beyond;

    MendingService(JdbcMends mends, Owes owes, Payees payees, QuarterTools tools, BeyondReach beyond) {
        this.mends = mends;
        this.owes = owes;
        this.payees = payees;
        this.tools = tools;
        this.beyond = beyond;
    }

    @Override
    public List<HeldLine> held(Caller caller, UUID run, int max) {
        String _ = tools.require(caller, Operation.QUARTER_VIEW);
        return tools.whole(() -> mends.ofRun(run, max)).stream()
                .map(Placed::line)
                .toList();
    }

    @Override
    public int count(Caller caller, UUID run) {
        String _ = tools.require(caller, Operation.QUARTER_VIEW);
        return tools.whole(() -> mends.count(run));
    }

    @Override
    public Optional<HeldLine> one(Caller caller, UUID line) {
        String _ = tools.require(caller, Operation.QUARTER_VIEW);
        return tools.whole(() -> mends.one(line)).map(Placed::line);
    }

    @Override
    public void ask(Caller caller, UUID line, String name, String card) {
        tools.whole(() -> {
            String _ = tools.require(caller, Operation.QUARTER_RUN);
            PersonName payee = name(name);
            CardNumber number = card(card);
            Placed placed = locked(line);
            ask(placed, new PaidTo(payee.text(), placed.to().number(), number.digits()), Operation.QUARTER_RUN);
            return true;
        });
    }

    private static PersonName name(String given) {
        try {
            return new PersonName(given);
        } catch (IllegalArgumentException e) {
            throw new MendRefused(Reason.NAME, e);
        }
    }

    private static CardNumber card(String given) {
        try {
            return new CardNumber(given.replaceAll("[\\s-]", ""));
        } catch (IllegalArgumentException e) {
            throw new MendRefused(Reason.CARD, e);
        }
    }

    private Placed locked(UUID line) {
        return mends.locked(line).orElseThrow(() -> new MendRefused(Reason.ABSENT));
    }

    private void ask(Placed placed, PaidTo to, Operation by) {
        boolean _ = mends.decide(placed.line().id(), "OVERTAKEN", tools.now());
        mends.add(tools.freshId(), placed, to, tools.now());
        done(by, "mend", placed);
    }

    private void done(Operation by, String what, Placed placed) {
        tools.trail()
                .record(Deed.done(by.title(), KIND, placed.line().id().toString())
                        .because(what)
                        .at(placed.path()));
    }

    @Override
    public void confirm(Caller caller, UUID line, UUID asked) {
        tools.whole(() -> {
            String _ = tools.require(caller, Operation.QUARTER_CONFIRM);
            Placed placed = locked(line);
            PaidTo to = seen(placed, asked);
            requireOther(placed);
            MendRefused.require(mends.decide(line, "CONFIRMED", tools.now()), Reason.LOOK_AGAIN);
            MendRefused.require(mends.mend(line, to), Reason.LOOK_AGAIN);
            // The run may be of an office that the line has left since.
            beyond.run(() -> owes.mended(placed.line().run(), line, tools.today()));
            done(Operation.QUARTER_CONFIRM, "mended", placed);
            return true;
        });
    }

    @Override
    public void decline(Caller caller, UUID line, UUID asked) {
        tools.whole(() -> {
            String _ = tools.require(caller, Operation.QUARTER_CONFIRM);
            Placed placed = locked(line);
            PaidTo _ = seen(placed, asked);
            requireOther(placed);
            MendRefused.require(mends.decide(line, "DECLINED", tools.now()), Reason.LOOK_AGAIN);
            done(Operation.QUARTER_CONFIRM, "not mended", placed);
            return true;
        });
    }

    private static PaidTo seen(Placed placed, UUID asked) {
        boolean isThat =
                placed.line().asked().map(Asked::id).filter(asked::equals).isPresent();
        MendRefused.require(isThat, Reason.LOOK_AGAIN);
        return placed.instead().orElseThrow();
    }

    private static void requireOther(Placed placed) {
        String by = placed.line().asked().orElseThrow().by();
        MendRefused.require(!by.equals(Scope.required().actor()), Reason.BY_THE_SAME);
    }

    /** What the member says of his card holds for his lines that wait for one, once somebody has confirmed it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CardGiven news) {
        payees.of(news.member()).ifPresent(payee -> beyond.run(() -> ask(news.member(), payee)));
    }

    /** A line that another mends at this moment waits for no card any more. */
    private void ask(UUID member, Payee payee) {
        for (Placed each : mends.ofMember(member, OF_MEMBER_MAX)) {
            mends.locked(each.line().id()).ifPresent(placed -> {
                PaidTo to = new PaidTo(
                        payee.name().text(), placed.to().number(), payee.card().digits());
                if (placed.instead().filter(to::equals).isEmpty()) {
                    ask(placed, to, Operation.OWN_CORRECT);
                }
            });
        }
    }

    @EventListener
    void on(OrganisationMoved news) {
        mends.follow(news.from(), news.to());
    }
}
