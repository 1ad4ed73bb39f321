package org.huzhu.portal.contributions;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.access.Caller;
import org.huzhu.contributions.Bill;
import org.huzhu.contributions.ContributionDesk;
import org.huzhu.portal.Visit;
import org.huzhu.portal.pages.Templates;
import org.huzhu.unions.UnionTree;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A bill to be printed and paid, and what is open too long. */
@RestController
class BillPage {

    private static final int SHOWN = 200;

    private final ContributionDesk desk;
    private final UnionTree tree;
    private final Clock clock;
    private final Templates pages;

    BillPage(ContributionDesk desk, UnionTree tree, Clock clock, Templates pages) {
        this.desk = desk;
        this.tree = tree;
        this.clock = clock;
        this.pages = pages;
    }

    private static Caller caller() {
        return Visit.current().someone();
    }

    /** The bill, and once it is paid the receipt. */
    @GetMapping("/w/bills/{id}")
    JteModel bill(@PathVariable UUID id) {
        Bill bill = desk.bill(caller(), id);
        String unit = tree.names(List.of(bill.unit())).getOrDefault(bill.unit(), "");
        boolean isPaid = !bill.isCancelled() && !bill.open().isPositive();
        Optional<Bill.Receipt> receipt = isPaid ? Optional.of(desk.receipt(caller(), id)) : Optional.empty();
        return pages.consoleBill(bill, unit, bill.open().inCapitals(), receipt);
    }

    /** What is open after the day on which cover could have started. */
    @GetMapping("/w/arrears")
    JteModel arrears() {
        List<Bill.Arrear> arrears = desk.arrears(caller(), LocalDate.now(clock), SHOWN);
        return pages.consoleArrears(
                arrears,
                tree.names(arrears.stream().map(arrear -> arrear.bill().unit()).toList()));
    }
}
