/**
 * What people are told in the app. mentioned, assigned: who is meant. replied, resolved, reopened: who spoke in the thread.
 * commented, suggested, returned, cleared: the coordinators. suggestionAccepted, suggestionDeclined: who proposed it.
 * sent, withdrawn, adopted: the advisers. granted, grantRevoked: an adviser, of their own grant.
 */
export type NoticeKind =
  | 'mentioned'
  | 'assigned'
  | 'replied'
  | 'resolved'
  | 'reopened'
  | 'commented'
  | 'suggested'
  | 'suggestionAccepted'
  | 'suggestionDeclined'
  | 'sent'
  | 'withdrawn'
  | 'returned'
  | 'cleared'
  | 'adopted'
  | 'granted'
  | 'grantRevoked';
