package org.huzhu.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huzhu.city.Chance;
import org.huzhu.demonstration.Blueprint.Place;
import org.huzhu.demonstration.Demonstration.Progress;
import org.huzhu.kernel.CreditCode;
import org.huzhu.unions.Founding;
import org.huzhu.unions.Occasion;
import org.huzhu.unions.Opening;
import org.huzhu.unions.Organisation;
import org.huzhu.unions.Tier;
import org.huzhu.unions.UnitFacts;
import org.huzhu.unions.UnitFacts.Contact;
import org.huzhu.unions.UnitFacts.Kind;
import org.springframework.stereotype.Component;

/** Opens the organisations of the demonstration, the upper ones in earlier years, and gives some of them a past. */
@Component
class Founders {

    private static final LocalDate FIRST_DAY = LocalDate.of(1996, 5, 6);
    private static final int YEARS_A_TIER = 5;
    private static final String WHY = "演示数据";
    private static final String DIVISION = "110101";

    private final Founding founding;

    Founders(Founding founding) {
        this.founding = founding;
    }

    /** An organisation and how many work there. */
    record Founded(Organisation organisation, int staff) {}

    /** Opens them all; the office first, each after what it stands below. */
    List<Founded> found(Crowd crowd, Progress progress) {
        List<Place> places = Blueprint.places();
        List<Founded> founded = new ArrayList<>();
        List<Organisation> above = new ArrayList<>();
        for (Place place : places) {
            above.subList(place.depth(), above.size()).clear();
            Organisation opened = open(place, above, founded.size(), crowd);
            above.add(opened);
            founded.add(new Founded(opened, place.staff()));
            progress.reached("组织", founded.size(), places.size());
        }
        return founded;
    }

    private Organisation open(Place place, List<Organisation> above, int number, Crowd crowd) {
        Chance chance = crowd.chance(number);
        LocalDate day = FIRST_DAY
                .plusYears((long) YEARS_A_TIER * place.depth())
                .plusDays(place.depth() == 0 ? 0 : chance.below(1_000));
        Optional<Organisation> parent = above.isEmpty() ? Optional.empty() : Optional.of(above.getLast());
        LocalDate opened =
                parent.map(Organisation::openedOn).filter(day::isBefore).orElse(day);
        Occasion occasion = new Occasion(opened, WHY);
        Organisation organisation =
                founding.open(new Opening(place.tier(), place.name(), parent.map(Organisation::id)), occasion);
        UnitFacts facts = new UnitFacts(
                Optional.of(code("81", number)),
                place.tier() == Tier.UNIT ? Optional.of(code(department(place.kind()), number)) : Optional.empty(),
                place.kind(),
                place.staff(),
                place.women(),
                place.hostedIn());
        founding.state(
                organisation.id(), facts, new Contact(crowd.official(number), Crowd.officialPhone(number)), occasion);
        return organisation;
    }

    /** Lets a unit have had another name, another stand elsewhere before, and a third be part of another by now. */
    void givePast(List<Founded> founded) {
        Organisation services = named(founded, "云蒙劳务服务公司工会");
        founding.rename(services.id(), "云蒙人力资源服务公司工会", new Occasion(LocalDate.of(2019, 4, 1), "企业更名"));
        Organisation parts = named(founded, "花市元件技术工会");
        Organisation street = named(founded, "天坛街道总工会");
        founding.move(parts.id(), street.id(), new Occasion(LocalDate.of(2021, 7, 1), "企业迁址"));
        Organisation printers = named(founded, "体育馆路印务工会");
        Organisation culture = named(founded, "祈年文化传播工会");
        founding.merge(printers.id(), culture.id(), new Occasion(LocalDate.of(2023, 1, 1), "企业合并"));
    }

    private static Organisation named(List<Founded> founded, String name) {
        return founded.stream()
                .map(Founded::organisation)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The first two signs that the register of such employers gives. */
    private static String department(Kind kind) {
        return switch (kind) {
            case STATE_ENTERPRISE, PRIVATE_ENTERPRISE -> "91";
            case INSTITUTION -> "12";
            case GOVERNMENT -> "11";
            case SOCIETY -> "51";
        };
    }

    private static CreditCode code(String department, int number) {
        return CreditCode.withChecks(department + DIVISION, "MD%06d".formatted(number));
    }
}
