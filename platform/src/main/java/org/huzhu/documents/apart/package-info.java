/** What runs in a process of its own: PDF and OFD taken apart, their pages drawn, what they say read. */
@NullMarked
package org.huzhu.documents.apart;

import org.jspecify.annotations.NullMarked;
