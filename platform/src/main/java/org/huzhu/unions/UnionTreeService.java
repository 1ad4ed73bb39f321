package org.huzhu.unions;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.kernel.CreditCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class UnionTreeService implements UnionTree {

    private final JdbcOrganisations organisations;
    private final JdbcTree tree;
    private final JdbcMilestones milestones;
    private final JdbcFacts facts;

    UnionTreeService(JdbcOrganisations organisations, JdbcTree tree, JdbcMilestones milestones, JdbcFacts facts) {
        this.organisations = organisations;
        this.tree = tree;
        this.milestones = milestones;
        this.facts = facts;
    }

    @Override
    public Optional<Organisation> find(UUID organisation) {
        return organisations.find(organisation);
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        return tree.names(ids);
    }

    @Override
    public Optional<Organisation> at(String path) {
        return organisations.at(path);
    }

    @Override
    public List<Organisation> below(UUID organisation) {
        return tree.below(organisation);
    }

    @Override
    public List<Organisation> closedBelow(UUID organisation) {
        return tree.closedBelow(organisation);
    }

    @Override
    public List<Organisation> above(UUID organisation) {
        return tree.above(organisation);
    }

    @Override
    public List<Branch> tops() {
        return tree.tops();
    }

    @Override
    public List<Branch> branches(UUID organisation) {
        return organisations.find(organisation).map(tree::branches).orElse(List.of());
    }

    @Override
    public List<Organisation> search(String words, int max) {
        String bare = words.strip();
        if (bare.isEmpty()) {
            return List.of();
        }
        return CreditCode.find(bare).map(code -> tree.withCode(code, max)).orElseGet(() -> tree.named(bare, max));
    }

    @Override
    public List<Organisation> meant(String words, int max) {
        List<Organisation> open = search(words, max).stream()
                .filter(one -> one.closedOn().isEmpty())
                .toList();
        List<Organisation> exact =
                open.stream().filter(one -> one.name().equals(words.strip())).toList();
        return exact.isEmpty() ? open : exact;
    }

    @Override
    public Optional<Dossier> detail(UUID organisation) {
        return organisations
                .find(organisation)
                .map(found -> new Dossier(
                        found,
                        tree.above(organisation),
                        facts.of(organisation),
                        facts.contactName(organisation),
                        tree.province(organisation),
                        milestones.of(organisation)));
    }

    @Override
    public Optional<String> nameOn(UUID organisation, LocalDate day) {
        return milestones.on(organisation, day).flatMap(Milestone::name);
    }

    @Override
    public Optional<UUID> parentOn(UUID organisation, LocalDate day) {
        return milestones.on(organisation, day).flatMap(Milestone::parent);
    }

    @Override
    public Optional<UnitFacts> factsOn(UUID organisation, LocalDate day) {
        return facts.on(organisation, day);
    }
}
