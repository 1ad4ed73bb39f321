/** The console: pages for those who handle, review, look after and audit. */
@NullMarked
package org.huzhu.portal.console;

import org.jspecify.annotations.NullMarked;
