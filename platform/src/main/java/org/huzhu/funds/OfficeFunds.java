package org.huzhu.funds;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import org.huzhu.database.BeyondReach;
import org.huzhu.ledger.Fund;
import org.huzhu.ledger.FundFounding;
import org.huzhu.ledger.FundOpening;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnionTree;
import org.springframework.stereotype.Component;

/**
 * The funds of offices, one of each kind, opened where the first is needed. For the rooms of the business: whoever
 * causes a posting need not reach the fund.
 */
@Component
public class OfficeFunds {

    private final FundFounding funds;
    private final UnionTree tree;
    private final BeyondReach beyond;
    private final Clock clock;

    OfficeFunds(FundFounding funds, UnionTree tree, BeyondReach beyond, Clock clock) {
        this.funds = funds;
        this.tree = tree;
        this.beyond = beyond;
        this.clock = clock;
    }

    /**
     * The fund of the nearest office at or above the organisation.
     *
     * @throws NoSuchElementException if there is no office
     */
    public Fund of(UUID organisation, Fund.Kind kind) {
        return beyond.call(() -> {
            Organisation office = Stream.concat(tree.above(organisation).stream(), tree.find(organisation).stream())
                    .filter(each -> each.tier() == Tier.OFFICE)
                    .max(Comparator.comparingInt(each -> each.path().length()))
                    .orElseThrow(() -> new NoSuchElementException("No office stands above " + organisation));
            return funds.standing(opening(office, kind));
        });
    }

    private FundOpening opening(Organisation office, Fund.Kind kind) {
        String id = office.id().toString().replace("-", "");
        String tail = id.substring(id.length() - 12).toUpperCase(Locale.ROOT);
        return switch (kind) {
            case CONTRIBUTION -> opening("HF-" + tail, "会费型互助基金", kind, office);
            case PUBLIC -> opening("GY-" + tail, "公益型互助基金", kind, office);
            case SPONSORED -> opening("ZX-" + tail, "专项互助基金", kind, office);
        };
    }

    /** The first day is that of the year, so that what the bank received before the first bill has a place. */
    private FundOpening opening(String code, String name, Fund.Kind kind, Organisation office) {
        LocalDate first = LocalDate.ofInstant(clock.instant(), clock.getZone()).withDayOfYear(1);
        return new FundOpening(code, name, kind, office.path(), first);
    }
}
