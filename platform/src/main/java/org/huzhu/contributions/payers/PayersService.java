package org.huzhu.contributions.payers;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.contributions.payers.JdbcPayers.Billed;
import org.huzhu.contributions.payers.JdbcPayers.Line;
import org.huzhu.contributions.payers.JdbcPayers.Subsidised;
import org.huzhu.database.BeyondReach;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Enrolment.Payer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bills are out of a member's reach; of these he is told what concerns his own cover. */
@Service
@Transactional(readOnly = true)
class PayersService implements Payers {

    private final Access access;
    private final BeyondReach beyond;
    private final JdbcPayers payers;

    PayersService(Access access, BeyondReach beyond, JdbcPayers payers) {
        this.access = access;
        this.beyond = beyond;
        this.payers = payers;
    }

    @Override
    public List<Paid> of(Caller caller, UUID cover) {
        access.require(caller, Operation.OWN_VIEW, caller.path().orElse(""));
        UUID member = caller.member().orElseThrow();
        return beyond.call(() -> payers.line(cover, member).map(this::paid).orElse(List.of()));
    }

    private List<Paid> paid(Line line) {
        List<Subsidised> subsidies = payers.subsidies(line);
        List<Billed> bills = payers.bills(line);
        List<Paid> paid = new ArrayList<>();
        Money left = line.contribution();
        for (Subsidised subsidy : subsidies) {
            if (subsidy.mine().isPositive()) {
                paid.add(new Paid(Payer.SPONSOR, subsidy.sponsor(), subsidy.mine(), isOpen(bills, subsidy)));
                left = left.minus(subsidy.mine());
            }
        }
        List<Billed> others = bills.stream()
                .map(bill -> bill.without(subsidies))
                .filter(bill -> bill.money().isPositive())
                .toList();
        if (left.isPositive() && !others.isEmpty()) {
            List<Money> parts = left.shareOut(
                    others.stream().map(bill -> bill.money().fen()).toList());
            for (int i = 0; i < parts.size(); i++) {
                Billed bill = others.get(i);
                if (parts.get(i).isPositive()) {
                    paid.add(new Paid(bill.payer(), bill.name(), parts.get(i), bill.isOpen()));
                }
            }
        }
        return paid;
    }

    private static boolean isOpen(List<Billed> bills, Subsidised subsidy) {
        return bills.stream().anyMatch(bill -> bill.isOf(subsidy) && bill.isOpen());
    }
}
