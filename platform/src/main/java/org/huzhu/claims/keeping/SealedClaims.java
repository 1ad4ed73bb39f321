package org.huzhu.claims.keeping;

import org.huzhu.crypto.Field;
import org.huzhu.crypto.SealedColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of claims is sealed, for whoever changes keys. */
@Configuration(proxyBeanMethods = false)
class SealedClaims {

    @Bean
    SealedColumn claimFacts(JdbcClient database) {
        return SealedColumn.of(database, Field.DIAGNOSIS, "claims.claim", "id", "facts");
    }

    @Bean
    SealedColumn claimWorkings(JdbcClient database) {
        return SealedColumn.of(database, Field.DIAGNOSIS, "claims.assessment", "id", "working");
    }

    @Bean
    SealedColumn recipientPapers(JdbcClient database) {
        return SealedColumn.of(database, Field.ID_NUMBER, "claims.recipient", "id", "paper");
    }

    @Bean
    SealedColumn recipientCards(JdbcClient database) {
        return SealedColumn.of(database, Field.CARD, "claims.recipient", "id", "card");
    }

    @Bean
    SealedColumn claimSayings(JdbcClient database) {
        return SealedColumn.of(database, Field.WORDS, "claims.step", "id", "said");
    }

    @Bean
    SealedColumn claimFindings(JdbcClient database) {
        return SealedColumn.of(database, Field.WORDS, "claims.finding", "id", "found");
    }

    @Bean
    SealedColumn claimFindingsMended(JdbcClient database) {
        return SealedColumn.of(database, Field.WORDS, "claims.finding", "id", "done");
    }

    @Bean
    SealedColumn claimFindingsSentBack(JdbcClient database) {
        return SealedColumn.of(database, Field.WORDS, "claims.finding", "id", "said");
    }
}
