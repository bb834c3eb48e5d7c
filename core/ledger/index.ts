export {
  type BudgetAnswer,
  type CallNeed,
  createLedger,
  type Ledger,
  type SessionBudgets,
} from './ledger.ts';
