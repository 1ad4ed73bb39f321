package org.huzhu.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huzhu.plan.PlanId;
import org.huzhu.rules.Rulebook;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is published. */
@Service
@Transactional(readOnly = true)
class CatalogueService implements PlanCatalogue {

    private final Shelf shelf;
    private final JdbcDocuments documents;
    private final JdbcOffers offers;

    CatalogueService(Shelf shelf, JdbcDocuments documents, JdbcOffers offers) {
        this.shelf = shelf;
        this.documents = documents;
        this.offers = offers;
    }

    @Override
    public Rulebook rulebook() {
        return shelf.now().rules();
    }

    @Override
    public List<Version> versions() {
        return documents.isEmpty() ? List.of() : shelf.now().versions();
    }

    @Override
    public Optional<Version> published(PlanId id) {
        return documents.published(id.plan() + "/" + id.version() + ".yaml");
    }

    @Override
    public List<String> offered(LocalDate day) {
        return offers.offered(day);
    }

    @Override
    public List<String> offered(String path, LocalDate day) {
        return offers.offered(path, day);
    }

    @Override
    public Optional<PlanDesk.Offer> offer(String plan, String path, LocalDate day) {
        return offers.innermost(plan, path, day);
    }
}
