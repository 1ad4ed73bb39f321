package org.huzhu.portal.claims;

import java.util.List;
import org.huzhu.claims.PaperKind;
import org.huzhu.portal.sheet.Sheet.Choice;

/**
 * What whoever looks at a claim needs beside it.
 *
 * @param member his name
 * @param unit where he worked
 * @param papers what can be asked for
 * @param grounds clauses by which it can be refused
 */
public record ReviewView(
        String member, String unit, boolean isHis, boolean mayReopen, List<PaperKind> papers, List<Choice> grounds) {}
