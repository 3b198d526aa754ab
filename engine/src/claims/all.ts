import amount from './amount/claim.js';
import avEvasion from './av-evasion/claim.js';
import badNewsGreeting from './bad-news-greeting/claim.js';
import boughtAccess from './bought-access/claim.js';
import changeIsUseless from './change-is-useless/claim.js';
import type { Claim } from './claim.js';
import contactsCopied from './contacts-copied/claim.js';
import cryptoWallet from './crypto-wallet/claim.js';
import deepfakeThreat from './deepfake-threat/claim.js';
import doNotReply from './do-not-reply/claim.js';
import drivebyAdultSite from './driveby-adult-site/claim.js';
import fromOwnAccount from './from-own-account/claim.js';
import hiddenCameraPlace from './hidden-camera-place/claim.js';
import historyAndFiles from './history-and-files/claim.js';
import homePhoto from './home-photo/claim.js';
import howToBuyBtc from './how-to-buy-btc/claim.js';
import hygieneAdvice from './hygiene-advice/claim.js';
import illegalMaterial from './illegal-material/claim.js';
import imageOrPdfOnly from './image-or-pdf-only/claim.js';
import introHacker from './intro-hacker/claim.js';
import keepsWord from './keeps-word/claim.js';
import knowPassword from './know-password/claim.js';
import pegasus from './pegasus/claim.js';
import policeUseless from './police-useless/claim.js';
import proofOnReply from './proof-on-reply/claim.js';
import publishOnline from './publish-online/claim.js';
import ratFullAccess from './rat-full-access/claim.js';
import routerCve from './router-cve/claim.js';
import ruinLife from './ruin-life/claim.js';
import secondLetter from './second-letter/claim.js';
import sendToContacts from './send-to-contacts/claim.js';
import silenceFee from './silence-fee/claim.js';
import splitScreen from './split-screen/claim.js';
import spouseCheats from './spouse-cheats/claim.js';
import tasteShaming from './taste-shaming/claim.js';
import timer48h from './timer-48h/claim.js';
import timerStartsOnOpen from './timer-starts-on-open/claim.js';
import trustedCarrier from './trusted-carrier/claim.js';
import viewProofLink from './view-proof-link/claim.js';
import violence from './violence/claim.js';
import walletIsPersonal from './wallet-is-personal/claim.js';
import wasHired from './was-hired/claim.js';
import watchedForMonths from './watched-for-months/claim.js';
import webcamVideo from './webcam-video/claim.js';

/** All claims, in the order in which a letter mostly makes them. The structure check holds this list against the folders. */
export const CLAIMS: readonly Claim[] = [
  introHacker,
  badNewsGreeting,
  fromOwnAccount,
  knowPassword,
  ratFullAccess,
  drivebyAdultSite,
  boughtAccess,
  avEvasion,
  routerCve,
  pegasus,
  watchedForMonths,
  historyAndFiles,
  contactsCopied,
  webcamVideo,
  splitScreen,
  tasteShaming,
  hiddenCameraPlace,
  deepfakeThreat,
  spouseCheats,
  illegalMaterial,
  homePhoto,
  sendToContacts,
  publishOnline,
  ruinLife,
  violence,
  timer48h,
  timerStartsOnOpen,
  doNotReply,
  policeUseless,
  changeIsUseless,
  proofOnReply,
  secondLetter,
  cryptoWallet,
  amount,
  howToBuyBtc,
  walletIsPersonal,
  keepsWord,
  silenceFee,
  hygieneAdvice,
  wasHired,
  trustedCarrier,
  imageOrPdfOnly,
  viewProofLink,
];

export const CLAIM_BY_ID: ReadonlyMap<string, Claim> = new Map(CLAIMS.map((claim) => [claim.id, claim]));
